-- What died of one user's events, for whoever asks why no mail came.

CREATE INDEX dead_letters_by_subject ON events.dead_letters (subject);
