"""TeX becomes MathML and a line of words, and what is no TeX is told in pandoc's own words."""

import pytest

from kanben.pandoc.math import Formula, formulas


def one(tex: str, display: bool = False) -> Formula:
    (found,) = formulas([(tex, display)])
    return found


def test_a_formula_is_the_content_of_a_math_element_without_its_tex() -> None:
    assert one("x_1") == Formula("<msub><mi>x</mi><mn>1</mn></msub>", "x_1")


def test_limits_stand_below_a_sum_only_where_it_is_displayed() -> None:
    assert "munderover" in one(r"\sum_{i=1}^n x_i", display=True).mathml
    assert "munderover" not in one(r"\sum_{i=1}^n x_i").mathml


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        (r"g = \frac{Y_t - Y_{t-1}}{Y_{t-1}} \times 100\%", "g=(Y_t−Y_(t−1))/(Y_(t−1))×100%"),
        (r"a^2 + b^{2} \le c^{n}", "a²+b²≤cⁿ"),
        ("e^{-x}", "e^(−x)"),
        (r"f'(x) + x^{t+1}", "f′(x)+x^(t+1)"),
        (r"\sqrt{x} + \sqrt[3]{a+b}", "√x+√[3](a+b)"),
        (r"\sum_{i=1}^{n} x_i", "∑_(i=1)^n x_i"),
        (r"\lim_{n\to\infty} a_n", "lim_(n→∞)a_n"),
        (r"\ln K + \bar{x} + \hat{\beta}", "ln K+x̄+β̂"),
        (r"\text{增长率} = \mathbf{A}", "增长率=A"),
        (r"\begin{cases} 1, & x > 0 \\ 0, & x \le 0 \end{cases}", "{1, x>0；0, x≤0"),
        (r"x_{it}^{2} \qquad y", "x_it^2 y"),
    ],
)
def test_a_formula_has_words(tex: str, words: str) -> None:
    assert one(tex, display=True).words == words


def test_a_sign_and_a_factorial_are_no_operations() -> None:
    assert one("a = -b").mathml == "<mrow><mi>a</mi><mo>=</mo><mi>−</mi><mi>b</mi></mrow>"
    assert '<mo form="postfix" lspace="0em" rspace="0em">!</mo>' in one("n! k").mathml


def test_nothing_is_left_that_a_content_policy_forbids() -> None:
    matrix = one(r"\begin{aligned} a &= \mathbf{b} \\ c &= \text{桥} \end{aligned}", display=True).mathml
    assert "style=" not in matrix and 'mathvariant="bold' not in matrix
    assert matrix.count("columnalign") == 4


def test_a_formula_without_end_is_no_formula() -> None:
    deep = "\\sqrt{" * 1000 + "x" + "}" * 1000
    assert one(deep) == Formula(levels=1001)
    assert one(deep[6 * 970 : -970]).problem == ""


def test_markup_in_a_formula_stays_words() -> None:
    assert one(r"\text{<script>}").mathml == "<mtext>&lt;script&gt;</mtext>"


def test_each_bad_formula_gets_what_pandoc_says_of_it() -> None:
    found = formulas([("x", False), (r"\foo{x}", False), (r"\frac{1}{", True), (r"\href{javascript:a}{x}", False)])
    assert [each.problem for each in found] == [
        "",
        r"unexpected control sequence \foo",
        "unexpected eof",
        r"unexpected control sequence \href",
    ]
    assert [bool(each.mathml) for each in found] == [True, False, False, False]
