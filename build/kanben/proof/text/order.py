"""The rules of the proofreader in the order of the books on it: marks, spaces, numbers, words."""

from kanben.messages.proof_text import PROOF_TEXT
from kanben.proof.text.galley import Rule
from kanben.proof.text.rules.amounts import counted_twos, doubled_estimates, impossible_dates, typed_estimates
from kanben.proof.text.rules.doubled_marks import and_so_ons, doubled_marks, marks_at_heading_ends, misplaced_marks
from kanben.proof.text.rules.half_width import half_width_brackets, half_width_marks
from kanben.proof.text.rules.hidden import hidden_characters, lost_characters
from kanben.proof.text.rules.long_marks import typed_dashes, typed_ellipses
from kanben.proof.text.rules.names import two_names
from kanben.proof.text.rules.numbers import (
    date_style,
    mixed_dates,
    mixed_numbers,
    short_years,
    typed_dates,
    zeros_in_years,
)
from kanben.proof.text.rules.ordinals import skipped_ordinals
from kanben.proof.text.rules.quotes import paired_marks, straight_quotes
from kanben.proof.text.rules.ranges import range_marks, range_style, range_units
from kanben.proof.text.rules.references import typed_references
from kanben.proof.text.rules.repeats import repeated_characters, repeated_phrases
from kanben.proof.text.rules.scripts import other_script
from kanben.proof.text.rules.signs import dots_in_names, typed_signs, unit_forms
from kanben.proof.text.rules.spaces import typed_indents, typed_spaces
from kanben.proof.text.rules.stops import missing_stops, needless_stops, ordinal_stops, stops_of_speech
from kanben.proof.text.rules.styles import mark_style
from kanben.proof.text.rules.titles import two_titles
from kanben.proof.text.rules.twins import said_twice
from kanben.proof.text.rules.wide_in_latin import wide_letters, wide_marks_in_latin
from kanben.proof.text.rules.words import two_spellings, variant_words

RULES: tuple[Rule, ...] = (
    half_width_marks,
    half_width_brackets,
    wide_marks_in_latin,
    straight_quotes,
    paired_marks,
    mark_style,
    typed_ellipses,
    typed_dashes,
    doubled_marks,
    and_so_ons,
    misplaced_marks,
    marks_at_heading_ends,
    skipped_ordinals,
    ordinal_stops,
    needless_stops,
    stops_of_speech,
    missing_stops,
    dots_in_names,
    typed_spaces,
    typed_indents,
    hidden_characters,
    lost_characters,
    wide_letters,
    range_marks,
    range_units,
    range_style,
    typed_dates,
    date_style,
    mixed_dates,
    zeros_in_years,
    short_years,
    mixed_numbers,
    doubled_estimates,
    typed_estimates,
    counted_twos,
    impossible_dates,
    typed_signs,
    unit_forms,
    repeated_characters,
    repeated_phrases,
    said_twice,
    other_script,
    variant_words,
    two_spellings,
    two_titles,
    two_names,
    typed_references,
)

CODES = frozenset(PROOF_TEXT) - {"unknown-rule", "unused-ignore"}
"""The codes of what the rules find."""
