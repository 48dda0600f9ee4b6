-- A city or province invites the bureaus of its own division: live ones, by division and address.
CREATE INDEX districts_live_by_division ON districts (division, slug) WHERE state = 'live';
