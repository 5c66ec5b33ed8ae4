"""The rules, one function each, by family; their order stands in kanben.proof.text.order."""
