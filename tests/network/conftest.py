"""A map of six claims between five things, drawn by hand.

        ann ──issuer of── order ══binds══ agency ──flies── flight ──to── prison
         │                                   │                            │
         └────────pursues───── safety (a topic) ────────pursued by──── keeper
"""
