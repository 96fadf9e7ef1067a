"""The dossier of the newspaper article: everything that was read in it, and none of its words."""


def test_it_holds_93_claims_in_84_attributions(article, article_graph):
    assert len(article.attributions) == 84
    assert len(article_graph.statuses()) == 93


def test_no_passage_carries_the_articles_words(article):
    assert article.document.words == "withheld"
    passages = [passage for said in article.attributions for passage in said.passages]
    assert all(passage.words is None and passage.digest for passage in passages)


def test_no_label_shares_a_run_of_seven_words_with_the_article(article, runs, shared):
    of_the_article = runs((shared / "sources" / "homan-2025-03-17.txt").read_text(encoding="utf-8"))
    labels = [claim.label for said in article.attributions for claim in said.claims if claim.label]
    assert len(labels) > 80
    assert [label for label in labels if runs(label) & of_the_article] == []
