"""Words to scene: what an editor wrote, as the scene that the generators understand.

How reading works, top to bottom (``prompt.understand``):

1. ``dialogue`` takes what is spoken out of the text and leaves a mark; ``tokens`` cuts the rest.
2. ``camera_words``, ``setting`` and ``look_words`` use up what is said of the camera, time,
   weather, style and of sounds that are only heard.  What is left is for clauses.
3. ``phrases`` and ``heads`` know noun phrases by the tables in ``things`` and ``lexicon_setting``.
4. ``grammar`` has spaCy parse what is left (``language`` loads it, once, when first needed).  The
   parser is shown common words for ours, so that a lynx that saunters is a dog that walks; a word
   that can only be a verb where it stands is one, whatever the tagger says.
5. ``mentions`` finds the noun phrases of a sentence and what each is to its verb; ``naming`` and
   ``entities`` settle whom they mean (names, pronouns, *one of them*); ``subjects`` says who acts,
   over lists, relative clauses, participles and passives; ``deeds`` makes drafts of actions and
   puts them in order; ``timing_words`` says when and how often; ``speech`` who speaks.
6. A noun that no table lists goes to the nearest thing or place by ``meaning``, which asks the
   MiniLM of ``embedding``; a verb keeps its word.  Every stand-in is told as ``substituted``,
   everything else as ``not_understood``.
7. ``actions`` fits verbs to who does them; ``acted`` knows what the stage plays and what stands in.
   ``Action.verb`` is the editor's verb, ``Action.canonical`` the world's; ``acted.staged`` turns a
   breakdown into the latter for the stage.

To add a word is one line: a thing in ``things/<family>.py``, a place, sound or style in
``lexicon_setting``, a verb in ``lexicon_verbs``.
"""
