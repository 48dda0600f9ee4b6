-- The results of a panel that an appeal put beside the ranking: the panel's page says so without reading all of its explanations.
CREATE INDEX evaluations_by_appeal ON evaluations (panel_id, id) WHERE cause = 'appeal' AND panel_id IS NOT NULL;
