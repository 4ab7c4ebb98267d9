"""What the runner of the lessons must notice: tests of lesson.py."""
import unittest

import lesson


class Agreement(unittest.TestCase):
    def test_a_page_agrees_only_with_what_was_printed(self):
        cases = [
            (["a", "b"], ["a", "b"], True),
            (["a"], ["a", "b"], False),
            ([], [], True),
            ([], ["a"], False),
            (["a", "…"], ["a", "b", "c"], True),
            (["…", "c"], ["a", "b", "c"], True),
            (["…", "b"], ["a", "b", "c"], False),
            (["a", "…", "c"], ["a", "b", "c"], True),
            (["a", "…", "x", "…", "c"], ["a", "b", "c"], False),
            (["a", "b", "…", "b"], ["a", "b"], False),
        ]
        for shown, printed, expected in cases:
            with self.subTest(shown=shown, printed=printed):
                self.assertEqual(lesson.agrees(shown, printed), expected)


class Writing(unittest.TestCase):
    BEFORE = ["policy {", "  rule a {", "    x", "  }", "}"]

    def test_adding_goes_before_the_last_bracket(self):
        added = lesson.Writing("add", "p", 1, ["  rule b {", "  }"])
        self.assertEqual(lesson.written(added, self.BEFORE), self.BEFORE[:4] + added.text + ["}"])

    def test_swapping_replaces_the_whole_rule_of_the_same_first_line(self):
        swapped = lesson.Writing("swap", "p", 1, ["  rule a {", "    y", "  }"])
        self.assertEqual(lesson.written(swapped, self.BEFORE), ["policy {", *swapped.text, "}"])

    def test_a_line_is_replaced_by_its_key(self):
        line = lesson.Writing("line", "p", 1, ['  "b": 3'])
        self.assertEqual(lesson.written(line, ["{", '  "a": 1,', '  "b": 2', "}"]), ["{", '  "a": 1,', '  "b": 3', "}"])

    def test_a_rule_that_is_not_there_cannot_be_swapped(self):
        with self.assertRaises(lesson.Malformed):
            lesson.written(lesson.Writing("swap", "p", 1, ["  rule c {", "  }"]), self.BEFORE)


class Pages(unittest.TestCase):
    def test_files_and_commands_come_in_the_order_of_the_page(self):
        page = "text\n```zhun file=a.zhun\nx\n```\n```text\nread only\n```\n```console\n$ zhun check\nfine\n```\n"
        first, second = lesson.steps_of(page)
        self.assertEqual((first.path, first.text), ("a.zhun", ["x"]))
        self.assertEqual((second.text, second.shown), ("zhun check", ["fine"]))

    def test_a_misspelt_placing_is_refused(self):
        with self.assertRaises(lesson.Malformed):
            lesson.steps_of("```zhun fil=a.zhun\n```\n")


if __name__ == "__main__":
    unittest.main()
