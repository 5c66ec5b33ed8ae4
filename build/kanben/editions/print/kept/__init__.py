"""What print keeps from one build to the next: leaves that are set, and pages that stand for an edit."""
