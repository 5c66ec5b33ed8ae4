"""Signs that keyboards lack: · in names, × between numbers, units as GB 3100 writes them."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import CHINESE, HAN, Galley, matches, told
from kanben.trouble import Trouble

DOT = re.compile(f"(?<=[{HAN}])[•・‧∙⋅●](?=[{HAN}])")
NUMBER = r"\d+(?:\.\d+)?"
TIMES = re.compile(rf"(?<![\w.])(?!0[xX])({NUMBER}\s?)[xX](?=\s?{NUMBER}(?![\w]*[A-Za-z_]{{2}}))", re.ASCII)
WRITTEN = """
KM→km Km→km KG→kg Kg→kg CM→cm Cm→cm M2→m² M3→m³ KW→kW Kw→kW KWh→kWh KWH→kWh kWH→kWh KV→kV Kv→kV KPa→kPa Kpa→kPa
Mpa→MPa MPA→MPa Mhz→MHz MHZ→MHz Ghz→GHz GHZ→GHz Khz→kHz KHz→kHz KHZ→kHz %个百分点→个百分点 %百分点→个百分点
"""
UNITS = dict(pair.split("→") for pair in WRITTEN.split())
UNIT = re.compile(rf"(?<=\d)\s?({'|'.join(sorted(UNITS, key=len, reverse=True))}|[ckdm]?m[23])(?![A-Za-z0-9])")
RAISED = str.maketrans("23", "²³")


def dots_in_names(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(DOT, galley):
        yield told("dot-in-name", passage, found.start(), found.end(), "·")


def typed_signs(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(TIMES, galley):
        if CHINESE.search(passage.text):
            yield told("typed-sign", passage, found.end() - 1, found.end(), "×", sign=found[0][-1])


def unit_forms(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(UNIT, galley):
        mended = UNITS.get(found[1]) or found[1].translate(RAISED)
        yield told("unit-form", passage, found.start(1), found.end(1), mended)
