// Levels, regions, lists, quantifiers; empty, repeated, unknown and none.
#include "tests/expressions/hold.h"

namespace zhun::expressions {
namespace {

std::string Applicant(const std::string& key, const std::string& value) {
  return R"("applicant": {")" + key + R"(": ")" + value + R"("})";
}

TEST(Levels, StandInOrder) {
  const std::string level = "申请.需求部门.层级 ";
  Hold({
      {level + "高于 县级", Applicant("level", "city"), 'T'},
      {level + "高于 市级", Applicant("level", "city"), 'F'},
      {level + "不低于 市级", Applicant("level", "city"), 'T'},
      {level + "不低于 省级", Applicant("level", "city"), 'F'},
      {level + "低于 省级", Applicant("level", "city"), 'T'},
      {level + "不高于 市级", Applicant("level", "city"), 'T'},
      {level + "低于 县级", Applicant("level", "township"), 'T'},
      {level + "高于 省级", Applicant("level", "national"), 'T'},
      {level + "低于 乡级", Applicant("level", "township"), 'F'},
      {level + "< 省级", Applicant("level", "county"), 'T'},
      {level + ">= 县级", Applicant("level", "county"), 'T'},
      {level + "为 市级", Applicant("level", "city"), 'T'},
      {level + "为 city", Applicant("level", "city"), 'T'},
      {level + "属于 省级、市级", Applicant("level", "city"), 'T'},
      {level + "属于 省级、市级", Applicant("level", "county"), 'F'},
      {level + "高于 县级", R"("applicant": {"level": {"pending": "待核"}})", 'U'},
      {level + "不高于 县级", "", 'U'},
      {"条目.提供单位.层级 高于 " + level, Applicant("level", "city") + R"(, "entry.provider": {"level": "province"})",
       'T'},
      {"条目.提供单位.层级 高于 " + level, Applicant("level", "city") + R"(, "entry.provider": {"level": "city"})",
       'F'},
      {"条目.提供单位.层级 高于 " + level, Applicant("level", "city"), 'U'},
      {"条目.分类分级.级别 高于 一般4级", R"("entry.classification": {"level": "important"})", 'T'},
      {"条目.分类分级.级别 不高于 一般2级", R"("entry.classification": {"level": "general_3"})", 'F'},
      {"条目.分类分级.级别 低于 核心数据", R"("entry.classification": {"level": "important"})", 'T'},
      {"条目.分类分级.级别 低于 核心数据", "", 'U'},
  });
}

TEST(Regions, ContainWhatBeginsLikeThem) {
  const std::string region = "申请.需求部门.行政区划 ";
  Hold({
      {region + "位于 “440000”", Applicant("region", "440100"), 'T'},
      {region + "位于 “440000”", Applicant("region", "440106"), 'T'},
      {region + "位于 “440100”", Applicant("region", "440106"), 'T'},
      {region + "位于 “440100”", Applicant("region", "440306"), 'F'},
      {region + "位于 “440106”", Applicant("region", "440100"), 'F'},
      {region + "位于 “440000”", Applicant("region", "440000"), 'T'},
      {region + "位于 “440000”", Applicant("region", "450000"), 'F'},
      {region + "位于 “100000”", Applicant("region", "650000"), 'T'},
      {region + "位于 “440000”", Applicant("region", "100000"), 'F'},
      {region + "位于 “410000”", Applicant("region", "419001"), 'T'},
      {region + "位于 “410100”", Applicant("region", "419001"), 'F'},
      {region + "不位于 “440000”", Applicant("region", "450000"), 'T'},
      {region + "不位于 “440000”", "", 'U'},
      {region + "位于 “440000”", R"("applicant": {"region": {"pending": "待核"}})", 'U'},
      {region + "为 “440100”", Applicant("region", "440100"), 'T'},
      {region + "为 “440000”", Applicant("region", "440100"), 'F'},
      {region + "属于 “440100”、“440300”", Applicant("region", "440300"), 'T'},
      {region + "属于 “440000”、“450000”", Applicant("region", "440300"), 'F'},
      {region + "位于 条目.使用条件.共享范围.行政区划",
       Applicant("region", "440300") + R"(, "entry.conditions": {"recipients": {"regions": ["110000", "440000"]}})",
       'T'},
      {region + "位于 条目.使用条件.共享范围.行政区划",
       Applicant("region", "440300") + R"(, "entry.conditions": {"recipients": {"regions": []}})", 'F'},
      {region + "位于 条目.使用条件.共享范围.行政区划", Applicant("region", "440300"), 'F'},
      {region + "位于 条目.提供单位.行政区划",
       Applicant("region", "440300") + R"(, "entry.provider": {"region": "440000"})", 'T'},
      {"申请.行政区划 位于 “440000”", R"("regions": ["440100", "440300"])", 'T'},
      {"申请.行政区划 位于 “440000”", R"("regions": ["440100", "110000"])", 'F'},
      {"申请.行政区划 位于 “440000”", R"("regions": [])", 'T'},
      {"申请.行政区划 位于 “440000”", "", 'T'},
      {"申请.行政区划 位于 “440000”", R"("regions": {"pending": "待核"})", 'U'},
      {"申请.行政区划 位于 “440000”", R"("regions": ["440100", {"pending": "待核"}])", 'U'},
  });
}

TEST(Lists, AreSets) {
  const std::string modes = "条目.共享方式 ";
  Hold({
      {modes + "属于 服务接口、文件下载", R"("entry.modes": ["api"])", 'T'},
      {modes + "属于 服务接口、文件下载", R"("entry.modes": ["file", "api"])", 'T'},
      {modes + "属于 服务接口、文件下载", R"("entry.modes": ["api", "api", "api"])", 'T'},
      {modes + "属于 服务接口、文件下载", R"("entry.modes": ["api", "batch"])", 'F'},
      {modes + "属于 服务接口、文件下载", R"("entry.modes": [])", 'T'},
      {modes + "属于 服务接口、文件下载", "", 'U'},
      {modes + "不属于 服务接口", R"("entry.modes": ["batch"])", 'T'},
      {modes + "不属于 服务接口", R"("entry.modes": [])", 'F'},
      {modes + "含有 服务接口", R"("entry.modes": ["batch", "api"])", 'T'},
      {modes + "含有 服务接口、服务接口", R"("entry.modes": ["api"])", 'T'},
      {modes + "含有 服务接口、文件下载", R"("entry.modes": ["api"])", 'F'},
      {modes + "含有 服务接口", R"("entry.modes": [])", 'F'},
      {modes + "含有 服务接口", R"("entry.modes": {"pending": "待核"})", 'U'},
      {modes + "不含有 服务接口", R"("entry.modes": ["batch"])", 'T'},
      {modes + "涉及 服务接口、文件下载", R"("entry.modes": ["batch", "file"])", 'T'},
      {modes + "涉及 服务接口、文件下载", R"("entry.modes": ["batch"])", 'F'},
      {modes + "涉及 服务接口", R"("entry.modes": [])", 'F'},
      {modes + "不涉及 服务接口", R"("entry.modes": [])", 'T'},
      {modes + "涉及 服务接口", R"("entry.modes": ["api", {"pending": "待核"}])", 'U'},
      {modes + "含有 服务接口", R"("entry.modes": ["api", {"pending": "待核"}])", 'U'},
      {modes + "为空", R"("entry.modes": [])", 'T'},
      {modes + "为空", R"("entry.modes": ["api"])", 'F'},
      {modes + "不为空", R"("entry.modes": [{"pending": "待核"}])", 'T'},
      {modes + "为空", "", 'U'},
      {"申请.共享方式 属于 条目.共享方式", R"("mode": "api", "entry.modes": ["batch", "api"])", 'T'},
      {"申请.共享方式 属于 条目.共享方式", R"("mode": "file", "entry.modes": ["batch", "api"])", 'F'},
      {"申请.共享方式 属于 条目.共享方式", R"("mode": "file", "entry.modes": [])", 'F'},
      {"申请.共享方式 属于 条目.共享方式", R"("mode": "file")", 'U'},
      {"申请.共享方式 属于 条目.共享方式", R"("entry.modes": ["api"])", 'U'},
  });
}

TEST(Quantifiers, AreJunctionsOverTheMembers) {
  const std::string items =
      R"("entry.items": [{"name": "姓名", "minor": false}, {"name": "监护", "minor": true}, {"name": "住址"}], "items": )";
  const std::string any = "任一 申请.数据项 （其.未成年人）";
  const std::string every = "每一 申请.数据项 （其.未成年人）";
  Hold({
      {any, items + R"(["姓名"])", 'F'},
      {any, items + R"(["姓名", "监护"])", 'T'},
      {any, items + R"(["住址", "监护"])", 'T'},
      {any, items + R"(["姓名", "住址"])", 'U'},
      {any, items + "[]", 'F'},
      {any, items + R"({"pending": "待定"})", 'U'},
      {any, items + R"(["学历"])", 'U'},
      {every, items + R"(["监护"])", 'T'},
      {every, items + R"(["监护", "监护"])", 'T'},
      {every, items + R"(["姓名", "住址"])", 'F'},
      {every, items + R"(["监护", "住址"])", 'U'},
      {every, items + "[]", 'T'},
      {"每一 申请.数据项 （其.已列入目录）", items + R"(["姓名", "学历"])", 'F'},
      {"每一 申请.数据项 （其.已列入目录）", items + R"(["姓名", "住址"])", 'T'},
      {"任一 申请.数据项 （其.名称 为 “姓名”）", items + R"(["姓名"])", 'T'},
      {"任一 申请.数据项 （「甲」 且 其.未成年人）", R"("findings": {"a": false})", 'F'},
      {"每一 申请.数据项 （「甲」 或 其.未成年人）", R"("findings": {"a": true})", 'T'},
      {"任一 申请.数据项 （「甲」 且 其.未成年人）", "", 'U'},
      {"任一 申请.第三方 （其.类别 为 企业）", "", 'F'},
      {"每一 申请.第三方 （其.类别 为 企业）", R"("third_parties": null)", 'T'},
      {"任一 申请.使用依据 （其.位阶 为 法律）", R"("basis": ["《中华人民共和国社会保险法》第八条"])", 'T'},
      {"任一 申请.使用依据 （其.位阶 属于 法律、行政法规 且 其.有效）",
       R"("basis": ["《政务数据共享条例》第三条第二款"])", 'T'},
      {"任一 申请.使用依据 （其.位阶 为 法律）", R"("basis": ["《某某办法》第一条"])", 'U'},
      {"任一 申请.使用依据 （其.已登记）", R"("basis": ["《某某办法》第一条"])", 'F'},
  });
}

TEST(Findings, AndNoneAreReadAsAnswers) {
  Hold({
      {"「甲」", R"("findings": {"a": true})", 'T'},
      {"「甲」", R"("findings": {"a": false})", 'F'},
      {"「甲」", R"("findings": {"a": null})", 'F'},
      {"「甲」", R"("findings": {"a": {"pending": "研究中"}})", 'U'},
      {"「甲」", "", 'U'},
      {"非 「甲」", R"("findings": {"a": null})", 'T'},
      {"申请.同意 为空", R"("consent": null)", 'T'},
      {"申请.同意 不为空 且 申请.同意.类型 为 单独同意", R"("consent": null)", 'F'},
      {"申请.同意 不为空 且 申请.同意.类型 为 单独同意", R"("consent": {"kind": "separate"})", 'T'},
      {"申请.同意 不为空 且 申请.同意.类型 为 单独同意", R"("consent": {"kind": "guardian"})", 'F'},
      {"申请.同意 不为空 且 申请.同意.类型 为 单独同意", R"("consent": {})", 'U'},
      {"申请.同意 不为空 且 申请.同意.类型 为 单独同意", "", 'U'},
      {"申请.同意 为空 或 申请.同意.取得日期 早于 基准日", R"("consent": null)", 'T'},
      {"申请.回流", R"("flowback": true)", 'T'},
      {"申请.回流", R"("flowback": false)", 'F'},
      {"申请.回流", "", 'F'},
      {"非 申请.回流", "", 'T'},
      {"申请.回流 且 申请.用途 为 “甲”", "", 'F'},
      {"申请.回流 或 申请.用途 为 “甲”", "", 'U'},
      {"若 申请.回流 则 申请.用途 为 “甲” 否则 申请.办理事项 为 “乙”", R"("matter": "乙")", 'T'},
      {"若 申请.回流 则 申请.用途 为 “甲” 否则 申请.办理事项 为 “乙”", R"("flowback": true, "matter": "乙")", 'U'},
      {"申请.需求部门.授权依据 为空", "", 'U'},
      {"申请.需求部门.授权依据 为空", R"("applicant": {"mandate": null})", 'T'},
      {"申请.需求部门.授权依据 为空", R"("applicant": {"mandate": []})", 'T'},
      {"任一 申请.需求部门.授权依据 （其.有效）", R"("applicant": {"mandate": null})", 'F'},
      {"任一 情境.权限暂停 （其.止 为空 或 其.止 不早于 基准日）",
       R"("context.suspensions": [{"applicant": "114403000070020252", "scope": "all", "from": "2026-01-01"}])", 'T'},
      {"任一 情境.权限暂停 （其.止 为空 或 其.止 不早于 基准日）",
       R"("context.suspensions": [{"applicant": "114403000070020252", "scope": "all", "from": "2026-01-01", "until": "2026-10-07"}])",
       'F'},
      {"任一 情境.权限暂停 （其.止 为空 或 其.止 不早于 基准日）",
       R"("context.suspensions": [{"applicant": "114403000070020252", "scope": "all", "from": "2026-01-01", "until": "2026-10-08"}])",
       'T'},
  });
}

}  // namespace
}  // namespace zhun::expressions
