#!/usr/bin/env python3
"""Writes a large catalogue with the faults of real ones. See README.md."""

import json
import random
import sys
from pathlib import Path

REGIONS = Path(__file__).parents[3] / "stdlib" / "region" / "regions.tsv"

# 主管系统, department, theme, [(title, personal kind of its first items, items)]
PERSON = ["姓名", "公民身份号码", "联系电话"]
COMPANY = ["企业名称", "统一社会信用代码", "法定代表人"]
TAIL = ["经办机构", "行政区划代码", "数据来源", "更新时间", "备注"]
TOPICS = [
    ("民政", "民政局", "社会救助", "最低生活保障对象信息", PERSON, ["保障类别", "保障人数", "月保障金额", "致困原因", "起始年月", "终止年月"]),
    ("民政", "民政局", "社会救助", "特困人员救助供养信息", PERSON, ["供养方式", "自理能力", "供养机构", "照料护理人", "供养标准"]),
    ("民政", "民政局", "婚姻", "婚姻登记信息", PERSON, ["登记类别", "配偶姓名", "结婚证字号", "婚姻登记日期", "离婚登记日期"]),
    ("民政", "民政局", "养老服务", "养老机构信息", COMPANY, ["床位数", "护理型床位数", "入住人数", "等级评定", "医养结合方式"]),
    ("卫生健康", "卫生健康局", "养老服务", "养老机构基本信息", COMPANY, ["床位数", "护理型床位数", "入住人数", "医护人员数"]),
    ("卫生健康", "卫生健康局", "公共卫生", "出生医学证明信息", PERSON, ["新生儿姓名", "出生孕周", "出生体重", "接生机构", "证明编号"]),
    ("卫生健康", "卫生健康局", "公共卫生", "慢性病患者健康管理信息", PERSON, ["疾病诊断", "确诊日期", "随访次数", "血压控制", "用药情况"]),
    ("公安", "公安局", "人口", "常住人口基本信息", PERSON, ["户号", "与户主关系", "迁入日期", "迁出日期", "曾用名"]),
    ("公安", "公安局", "交通管理", "机动车登记信息", PERSON, ["号牌号码", "号牌种类", "车辆品牌", "使用性质", "检验有效期止", "强制报废期止"]),
    ("教育", "教育局", "学籍", "义务教育学籍信息", PERSON, ["学籍号", "就读学校", "年级", "班级", "入学年月", "随迁子女"]),
    ("人力资源社会保障", "人力资源和社会保障局", "社会保险", "职工养老保险参保信息", PERSON, ["参保险种", "参保单位", "缴费基数", "实际缴费月数", "参保状态"]),
    ("人力资源社会保障", "人力资源和社会保障局", "就业", "失业登记信息", PERSON, ["失业日期", "失业原因", "求职意向", "技能等级"]),
    ("住房城乡建设", "住房和城乡建设局", "住房保障", "公租房保障家庭信息", PERSON, ["家庭人口数", "保障方式", "房屋坐落", "租金标准", "合同起始日期"]),
    ("自然资源", "自然资源局", "不动产", "不动产登记信息", PERSON, ["不动产单元号", "权利类型", "共有情况", "建筑面积", "登记时间", "抵押状态"]),
    ("税务", "税务局", "税收", "纳税信用评价信息", COMPANY, ["评价年度", "信用级别", "扣分指标", "复评情况"]),
    ("市场监管", "市场监督管理局", "企业监管", "企业登记信息", COMPANY, ["登记状态", "行业代码", "投资人", "核准日期", "主要人员"]),
    ("市场监管", "市场监督管理局", "食品安全", "食品经营许可信息", COMPANY, ["许可证编号", "主体业态", "经营项目", "发证日期", "有效期至"]),
    ("应急管理", "应急管理局", "安全生产", "危险化学品企业信息", COMPANY, ["危险化学品品种", "年产能", "储存方式", "安全评价结论"]),
    ("生态环境", "生态环境局", "环境监管", "排污许可信息", COMPANY, ["排污许可证号", "污染物种类", "许可排放量", "管理类别"]),
    ("交通运输", "交通运输局", "道路运输", "道路运输从业人员信息", PERSON, ["从业资格证号", "从业类别", "诚信考核等级", "初领日期"]),
    ("农业农村", "农业农村局", "农业", "农村土地承包经营权信息", PERSON, ["承包合同编号", "地块编码", "实测面积", "承包起始日期"]),
    ("退役军人", "退役军人事务局", "优抚", "优抚对象信息", PERSON, ["优抚类别", "残疾等级", "抚恤标准", "批准年月"]),
    ("残联", "残疾人联合会", "残疾人服务", "残疾人证信息", PERSON, ["残疾类别", "残疾等级", "评定医院", "监护人姓名", "首次发证日期"]),
    ("医疗保障", "医疗保障局", "医疗保障", "医疗救助信息", PERSON, ["救助类别", "救助金额", "定点医院", "结算日期", "个人负担金额"]),
]
EXTRA = ["登记编号", "审核状态", "审核意见", "审核时间", "所属街道", "所属社区", "登记人", "登记时间", "变更原因", "变更时间",
         "注销原因", "注销时间", "档案编号", "附件名称", "核查结果", "核查时间", "网格编号", "年审结果", "年审时间", "公示状态"]
SENSITIVE = {"疾病诊断", "用药情况", "残疾类别", "残疾等级", "血压控制", "缴费基数"}
VACUOUS = ["作为行政依据、工作参考，用于数据校核、业务协同等。", "申请共享", "依申请", "依申请共享", "有条件共享", "按授权范围共享", "按需"]
SOUND = ["仅用于列明的办理事项", "只返回核验结果，不返回明细", "每次查询一条记录", "不得留存", "不得用于个人征信", "仅限本省使用"]
CHANNEL = ["数据量较大的，由需求部门自带移动硬盘线下拷贝", "每月以邮件发送至联系人", "双方前置机直连"]
CLOSED = ["数据仅供参考，不予更正", "不接受校核申请"]
REASONS = [("涉及个人隐私", []), ("内部资料，不宜公开", []), ("", []),
           ("涉及侦查工作", ["《反洗钱法》第七条"]), ("部门规定不对外提供", ["《政府信息公开条例》第十六条"])]


def regions():
    rows = [line.split("\t") for line in REGIONS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    names = {row[0]: row[1] for row in rows}
    for code, name in names.items():
        if code == "100000" or name in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"):
            continue
        level = "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"
        yield code, name, level


def one_in(rng, times):
    return rng.randrange(times) == 0


def items(rng, first, own):
    names = first + own + rng.sample(EXTRA, rng.randrange(6, len(EXTRA))) + TAIL
    result = []
    for name in names:
        personal = "none"
        if first is PERSON and name in PERSON:
            personal = "ordinary"
        if name in SENSITIVE:
            personal = "sensitive"
        if name == "行业代码":
            name = "行业代码（GB/T 4754-%s）" % ("2011" if one_in(rng, 4) else "2017")
        result.append({"name": name, "personal": personal})
    return result


def conditions(rng):
    if not one_in(rng, 6):
        return {"others": [{"no": "1", "text": rng.choice(VACUOUS)}]}
    texts = rng.sample(SOUND, 2)
    if one_in(rng, 8):
        texts.append(rng.choice(CHANNEL))
    if one_in(rng, 20):
        texts.append(rng.choice(CLOSED))
    return {
        "recipients": {"levels": ["province", "city"]},
        "purposes": ["社会救助资格核验", "不动产登记"][: rng.randrange(1, 3)],
        "max_days": 365,
        "returns": ["verify"],
        "others": [{"no": str(i + 1), "text": text} for i, text in enumerate(texts)],
    }


def refusal(rng):
    reason, basis = rng.choice(REASONS)
    return {"reason": reason, "basis": basis} if reason else None


def entry(rng, number, region, topic):
    code, name, level = region
    system, department, theme, title, first, own = topic
    provider = name + department
    sharing = rng.choices(["unconditional", "conditional", "not_shared"], [25, 68, 7])[0]
    status = rng.choices(["published", "under_review", "draft", "offline"], [80, 8, 9, 3])[0]
    personal = first is PERSON
    # Planned entries that collect what another department of the region shares already.
    if status in ("under_review", "draft") and one_in(rng, 15):
        own = rng.choice(TOPICS)[5] + own[:1]
    made = {
        "id": f"{code}-{number:06d}",
        "version": rng.choice(["1.0", "2025.1", "2026.1"]),
        "title": title,
        "status": status,
        "provider": {"name": provider, "kind": "government_department", "level": level, "region": code, "system": system},
        "format": rng.choice(["database", "database", "spreadsheet", "service"]),
        "update_frequency": rng.choice(["realtime", "daily", "monthly", "quarterly", "yearly", "irregular"]),
        "sharing": sharing,
        "modes": rng.choice([["api"], ["batch"], ["file"], ["api", "batch"]]),
        "classification": {"theme": theme, "level": rng.choice(["general_2", "general_3"] if personal else ["general_1", "general_2"])},
        "secrecy": "none",
        "items": items(rng, first, own),
    }
    # A class read by another platform's table keeps the content of the class that was meant.
    content = rng.choice(["conditional", "not_shared"]) if one_in(rng, 200) else sharing
    if content == "conditional":
        made["conditions"] = conditions(rng)
    if content == "not_shared":
        made["refusal"] = refusal(rng)
    if not one_in(rng, 12):
        made["assessments"] = {"secrecy": {"done_on": "2025-11-03"}, "privacy": {"done_on": "2025-11-10"},
                               "approved_by": provider + "主要负责人", "approved_on": "2025-12-01"}
    if one_in(rng, 25):
        del made[rng.choice(["format", "update_frequency", "modes", "classification"])]
    if one_in(rng, 40):
        made["classification"] = {"theme": theme, "level": "general_1"}
    if one_in(rng, 150):
        made["provider"]["region"] = "999999"
    return made


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    # Whole catalogues of some regions: what collects again and who else collects shows only within a region.
    chosen = list(regions())
    rng.shuffle(chosen)
    pairs = [(region, topic) for region in chosen[: -(-count // len(TOPICS))] for topic in TOPICS]
    rng.shuffle(pairs)
    for number, (region, topic) in enumerate(pairs[:count], 1):
        print(json.dumps(entry(rng, number, region, topic), ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
