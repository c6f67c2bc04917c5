"""What a record is asked, in SQL. Values go in as parameters ($name); a parameter that is NULL restricts nothing."""

FILE = "regexp_extract(replace(d.uri, '\\', '/'), '[^/]*$')"
"""The last part of a page's address."""

TIMELINE = f"""
WITH found AS (
    SELECT * FROM events e
    WHERE ($one::VARCHAR[] IS NULL OR list_has_any(list_concat(actors, recipients), $one::VARCHAR[]))
      AND ($two::VARCHAR[] IS NULL
           OR (list_has_any(actors, $one::VARCHAR[]) AND list_has_any(recipients, $two::VARCHAR[]))
           OR (list_has_any(actors, $two::VARCHAR[]) AND list_has_any(recipients, $one::VARCHAR[]))
           OR (len(recipients) = 0 AND list_has_any(actors, $one::VARCHAR[]) AND list_has_any(actors, $two::VARCHAR[])))
      AND ($since::DATE IS NULL OR coalesce(date_end, date_start, first_reported) >= $since::DATE)
      AND ($until::DATE IS NULL OR coalesce(date_start, date_end, first_reported) <= $until::DATE)
      AND ($types::VARCHAR[] IS NULL OR list_contains($types::VARCHAR[], event_type))
      AND ($statuses::VARCHAR[] IS NULL OR list_contains($statuses::VARCHAR[], status))
), printed AS (
    SELECT p.id, list(DISTINCT coalesce(d.outlet, {FILE}) ORDER BY coalesce(d.outlet, {FILE})) AS printed_in,
        min(d.published_start) AS told_start, min(d.published_end) AS told_end
    FROM (SELECT id, unnest(documents) AS document FROM found) p JOIN documents d ON d.id = p.document GROUP BY p.id
), told AS (
    SELECT t.id, arg_max(m.text, (m.confidence, m.id)) AS text
    FROM (SELECT id, unnest(mentions) AS mention FROM found) t JOIN event_mentions m ON m.id = t.mention GROUP BY t.id
), disputed AS (
    SELECT f.id, list(DISTINCT c.id ORDER BY c.id) AS conflicts
    FROM (SELECT id, unnest(list_append(mentions, id)) AS row_id FROM found) f
    JOIN (SELECT id, unnest(members).id AS row_id FROM conflicts) c USING (row_id) GROUP BY f.id
)
SELECT found.*, told.text, coalesce(printed.printed_in, []) AS printed_in, coalesce(disputed.conflicts, []) AS conflicts,
    printed.told_start, printed.told_end
FROM found LEFT JOIN printed USING (id) LEFT JOIN told USING (id) LEFT JOIN disputed USING (id)
ORDER BY date_start NULLS LAST, date_end, first_reported NULLS LAST, event_type, id
"""

STATEMENTS = f"""
SELECT s.*, {FILE} AS file, d.outlet, d.agencies, d.title, d.published_start AS told_start, d.published_end AS told_end
FROM statements s JOIN documents d ON d.id = s.document
WHERE ($speaker::VARCHAR[] IS NULL OR list_contains($speaker::VARCHAR[], s.speaker))
  AND ($via::VARCHAR[] IS NULL OR list_has_any(s.via, $via::VARCHAR[])
       OR list_has_any(d.agencies, $via_names::VARCHAR[]))
  AND ($about::VARCHAR[] IS NULL OR EXISTS (
        SELECT 1 FROM mentions m WHERE m.document = s.document AND m.start < s."end" AND m."end" > s.start
        AND list_contains($about::VARCHAR[], m.entity)))
  AND ($kind::VARCHAR IS NULL OR s.kind = $kind::VARCHAR)
  AND ($since::DATE IS NULL OR coalesce(s.date_end, s.date_start, d.published_end) >= $since::DATE)
  AND ($until::DATE IS NULL OR coalesce(s.date_start, s.date_end, d.published_start) <= $until::DATE)
ORDER BY d.published_start NULLS LAST, d.uri, s.start, s.id
"""

FIGURES = f"""
SELECT f.*, {FILE} AS file, d.outlet, s.speaker, s.speaker_text
FROM figures f JOIN documents d ON d.id = f.document LEFT JOIN statements s ON s.id = f.statement
WHERE ($measures::VARCHAR[] IS NULL OR list_contains($measures::VARCHAR[], f.measure))
  AND ($one::VARCHAR[] IS NULL OR list_contains($one::VARCHAR[], f.subject)
       OR list_contains($one::VARCHAR[], f.partner))
  AND ($two::VARCHAR[] IS NULL OR list_contains($two::VARCHAR[], f.subject)
       OR list_contains($two::VARCHAR[], f.partner))
  AND ($two::VARCHAR[] IS NULL OR f.subject IS DISTINCT FROM f.partner)
ORDER BY f.measure, f.period_start NULLS LAST, d.uri, f.start, f.id
"""

RELATIONS = f"""
SELECT r.*, {FILE} AS file, d.outlet
FROM relations r JOIN documents d ON d.id = r.document
WHERE ($relations::VARCHAR[] IS NULL OR list_contains($relations::VARCHAR[], r.relation))
  AND ($one::VARCHAR[] IS NULL OR list_contains($one::VARCHAR[], r.subject) OR list_contains($one::VARCHAR[], r.object))
  AND ($two::VARCHAR[] IS NULL OR list_contains($two::VARCHAR[], r.subject) OR list_contains($two::VARCHAR[], r.object))
  AND ($status::VARCHAR IS NULL OR r.status = $status::VARCHAR)
ORDER BY r.relation, r.subject, r.object NULLS LAST, d.uri, r.start, r.id
"""

ENTITIES = """
SELECT e.*, count(m.id) AS mentions, count(DISTINCT m.document) AS documents
FROM entities e LEFT JOIN mentions m ON m.entity = e.id
WHERE ($kind::VARCHAR IS NULL OR e.kind = $kind::VARCHAR)
  AND ($ids::VARCHAR[] IS NULL OR list_contains($ids::VARCHAR[], e.id))
  AND ($listed::BOOLEAN IS NULL OR e.listed = $listed::BOOLEAN AND ($listed::BOOLEAN OR NOT contains(e.id, '/')))
GROUP BY ALL ORDER BY count(m.id) DESC, e.id
"""

DOCUMENTS = f"""
SELECT d.* EXCLUDE (text, body, parts), {FILE} AS file, len(d.text) AS characters,
    (SELECT count(*) FROM statements s WHERE s.document = d.id) AS statements,
    (SELECT count(*) FROM figures f WHERE f.document = d.id) AS figures,
    (SELECT count(*) FROM relations r WHERE r.document = d.id) AS relations,
    (SELECT count(*) FROM event_mentions m WHERE m.document = d.id) AS event_mentions
FROM documents d
WHERE ($since::DATE IS NULL OR d.published_end >= $since::DATE)
  AND ($until::DATE IS NULL OR d.published_start <= $until::DATE)
ORDER BY d.published_start NULLS LAST, d.uri, d.id
"""

CONFLICTS = """
SELECT * FROM conflicts WHERE ($kind::VARCHAR IS NULL OR kind = $kind::VARCHAR) ORDER BY kind, slot, id
"""

DYADS = """
WITH sides AS (
    SELECT id, unnest(actors) AS one, CASE WHEN len(recipients) = 0 THEN actors ELSE recipients END AS others
    FROM events WHERE status IN ('actual', 'future')
), pairs AS (SELECT id, one, unnest(others) AS two FROM sides)
SELECT least(a.country, b.country) AS one, greatest(a.country, b.country) AS two, count(DISTINCT p.id) AS events
FROM pairs p JOIN entities a ON a.id = p.one JOIN entities b ON b.id = p.two
WHERE a.country <> b.country GROUP BY ALL ORDER BY events DESC, one, two LIMIT $limit
"""

SPAN = """
SELECT min(published_start) AS first, max(published_end) AS last, count(*) AS documents,
    count(*) FILTER (published_start IS NULL AND published_end IS NULL) AS undated, count(DISTINCT outlet) AS outlets
FROM documents
"""

PROBLEMS = "SELECT * FROM problems ORDER BY uri, step, id"
