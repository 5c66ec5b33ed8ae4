"""The words of EPUB's vocabularies, as lists to look things up in."""


def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


STRUCTURE = listed(
    """
    abstract acknowledgments afterword annoref annotation answer answers antonym-group appendix aside assessment
    assessments backlink backmatter balloon biblioentry bibliography biblioref bodymatter bridgehead case-study chapter
    colophon concluding-sentence conclusion condensed-entry contributors copyright-page cover covertitle credit credits
    dedication def dictentry dictionary division endnote endnotes epigraph epilogue errata etymology example feedback
    figure fill-in-the-blank-problem footnote footnotes foreword frontmatter fulltitle general-problem glossary glossdef
    glossref glossterm gram-info halftitle halftitlepage help idiom imprimatur imprint index index-editor-note
    index-entry index-entry-list index-group index-headnotes index-legend index-locator index-locator-list
    index-locator-range index-term index-term-categories index-term-category index-xref-preferred index-xref-related
    introduction keyword keywords label landmarks learning-objective learning-objectives learning-outcome
    learning-outcomes learning-resource learning-resources learning-standard learning-standards list list-item loa loi
    lot lov marginalia match-problem multiple-choice-problem noteref notice ordinal other-credits page-list pagebreak
    panel panel-group part part-of-speech part-of-speech-group part-of-speech-list phonetic-transcription phrase-group
    phrase-list practice practices preamble preface prologue pullquote qna question rearnote rearnotes referrer
    revision-history sense-group sense-list seriespage sidebar sound-area subchapter subtitle synonym-group table
    table-cell table-row text-area tip title titlepage toc toc-brief topic-sentence tran tran-info true-false-problem
    volume warning
    """
)
"""epub:type: the EPUB Structural Semantics Vocabulary 1.1, its deprecated words too."""

SPINE_PROPERTIES = frozenset({"page-spread-left", "page-spread-right"})

PRIVATE_ATTRIBUTES = frozenset({"zy-footnote", "zy-enlarge-src", "zy-cover-pic"})

ACCESS_MODES = frozenset({"auditory", "tactile", "textual", "visual"})
"""Those that EPUB Accessibility 1.1 takes for accessModeSufficient; accessMode has finer ones besides."""

FINER_MODES = frozenset({"chartOnVisual", "chemOnVisual", "colorDependent", "diagramOnVisual", "mathOnVisual",
                         "musicOnVisual", "textOnVisual"})  # fmt: skip

FEATURES = listed(
    """
    alternativeText annotations ARIA audioDescription bookmarks braille captions closedCaptions ChemML describedMath
    displayTransformability fullRubyAnnotations highContrastAudio highContrastDisplay horizontalWriting index
    largePrint latex latex-chemistry longDescription longDescriptions MathML MathML-chemistry none openCaptions
    pageBreakMarkers pageNavigation printPageNumbers readingOrder rubyAnnotations signLanguage structuralNavigation
    synchronizedAudioText tableOfContents tactileGraphic tactileObject taggedPDF timingControl transcript
    transformability ttsMarkup unknown unlocked verticalWriting withAdditionalWordSegmentation
    withoutAdditionalWordSegmentation
    """
)
"""schema:accessibilityFeature: the Schema.org Accessibility Properties for Discoverability Vocabulary."""

HAZARDS = listed(
    """
    flashing motionSimulation sound none unknown noFlashingHazard noMotionSimulationHazard noSoundHazard
    unknownFlashingHazard unknownMotionSimulationHazard unknownSoundHazard
    """
)

MEDIA_TYPES = {
    "xhtml": {"application/xhtml+xml"}, "css": {"text/css"}, "ncx": {"application/x-dtbncx+xml"},
    "svg": {"image/svg+xml"}, "jpg": {"image/jpeg"}, "jpeg": {"image/jpeg"}, "png": {"image/png"},
    "gif": {"image/gif"}, "webp": {"image/webp"},
    "ttf": {"font/ttf", "application/font-sfnt", "font/sfnt", "application/x-font-ttf", "application/vnd.ms-opentype"},
    "otf": {"font/otf", "application/font-sfnt", "font/sfnt", "application/vnd.ms-opentype", "application/x-font-otf"},
    "woff": {"font/woff", "application/font-woff"}, "woff2": {"font/woff2"},
    "mp3": {"audio/mpeg"}, "m4a": {"audio/mp4"}, "smil": {"application/smil+xml"}, "js": {
        "text/javascript", "application/javascript", "application/ecmascript"},
}  # fmt: skip
"""The media types of files by the end of their names: EPUB 3.3's core media types and their older names."""
