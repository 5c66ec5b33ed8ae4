"""The words of BibTeX and BibLaTeX that are read, and those that programs leave in their exports."""


def names(words: str) -> frozenset[str]:
    return frozenset(words.split())


BIB_TYPES = names(
    """article artwork audio bibnote book bookinbook booklet collection commentary conference dataset electronic image
    inbook incollection inproceedings inreference jurisdiction legal legislation letter manual mastersthesis misc movie
    music mvbook mvcollection mvproceedings mvreference newspaper online patent performance periodical phdthesis
    proceedings reference report review set software standard suppbook suppcollection suppperiodical techreport thesis
    unpublished video www"""
)
BIB_FIELDS = names(
    """abstract addendum afterword annotation annotator annote author authortype bookauthor bookpagination booksubtitle
    booktitle booktitleaddon chapter commentator crossref date day doi edition editor editora editorb editorc
    editoratype editorbtype editorctype editortype eid entryset entrysubtype eprint eprintclass eprinttype eventdate
    eventtitle eventtitleaddon foreword gender holder howpublished ids indexsorttitle indextitle institution
    introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc journal journalsubtitle
    journaltitle journaltitleaddon key keywords label langid langidopts language library location mainsubtitle maintitle
    maintitleaddon month nameaddon note number options organization origdate origlanguage origlocation origpublisher
    origtitle pages pagetotal pagination part presort primaryclass publisher pubstate related relatedoptions
    relatedstring relatedtype reprinttitle school series shortauthor shorteditor shorthand shorthandintro shortjournal
    shortseries shorttitle sortkey sortname sortshorthand sorttitle sortyear subtitle title titleaddon translator type
    url urldate usera userb userc userd usere userf venue version volume volumes year address pmid pmcid archiveprefix
    pdf file"""
)
LEFT_BY_PROGRAMS = names(
    """bibsource biburl citeulike-article-id copyright creationdate comment date-added date-modified groups
    interhash intrahash keyword lastchecked lccn mendeley-groups mendeley-tags modificationdate mrclass mrnumber nla
    numpages owner posted-at priority private-note qualityassured ranking read readstatus review timestamp
    username zblnumber zbl"""
)
DATE_FIELDS = names("date eventdate origdate urldate")
MONTHS = names("jan feb mar apr may jun jul aug sep oct nov dec")
