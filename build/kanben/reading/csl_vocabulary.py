"""The words of CSL 1.0.2: types of works and the variables that a work may carry, by the kind of their value."""


def names(words: str) -> frozenset[str]:
    return frozenset(words.split())


TYPES = names(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage"""
)
NAMES = names(
    """author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator"""
)
DATES = names("accessed available-date event-date issued original-date submitted")
TEXTS = names(
    """abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
    citation-key citation-label collection-number collection-title container-title container-title-short dimensions
    division DOI edition event event-title event-place first-reference-note-number genre ISBN ISSN issue jurisdiction
    keyword language license medium note number number-of-pages number-of-volumes original-publisher
    original-publisher-place original-title page page-first part-number part-title PMCID PMID printing-number publisher
    publisher-place references reviewed-genre reviewed-title scale section shortTitle source status supplement-number
    title title-short URL version volume volume-title year-suffix"""
)
NAME_KEYS = names(
    """family given literal suffix dropping-particle non-dropping-particle comma-suffix static-ordering
    parse-names"""
)
OURS = frozenset(("verbatim", "further-reading", "sort"))
KEYS = frozenset(("id", "type")) | NAMES | DATES | TEXTS | OURS
