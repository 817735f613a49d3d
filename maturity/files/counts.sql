-- maturity counts: position, spread and gap of each team, out of files that `maturity export --counts` wrote.
--
-- It is plain SQL, tried on SQLite and DuckDB, and reads a table `counts` that holds the files below each other:
--   SQLite   sqlite3 counts.db               .import --csv one.csv counts
--            and for each further file       .import --csv --skip 1 two.csv counts
--   DuckDB   CREATE TABLE counts AS SELECT * FROM read_csv('*.csv', all_varchar = true);
--       or   CREATE TABLE counts AS SELECT * FROM '*.parquet';
-- Whether a site was read twice:
--   SELECT DISTINCT site FROM counts
--   GROUP BY site, questionnaire, fingerprint, round, question, facet, team, state, answer HAVING COUNT(*) > 1;
--
-- What must not be added up:
--   * Medians, spreads and gaps. Add the counts and let the query work them out anew, as it does for several sites.
--   * Rounds. Most people of a second round have answered in the first.
--   * People who stand in two files, as with a folder that was copied or an export that was made twice.
--   * Counts that are hidden (empty: fewer than --least people, and what would give them away). They are no zeros.
--     Where one is hidden, the figures that rest on it are empty here. Two files of the same answers, one day apart or
--     with another --least, can be subtracted from each other: hand out one only.
--   * Don't know, not applicable and no answer yet: three different things, and never a number on a scale.
--   * Files of another questionnaire or fingerprint: the same name may mean something else. They are kept apart here.
--
-- A row for each facet and team. To look at sites side by side, add site wherever the team is selected or grouped by.
WITH cells AS (
    SELECT questionnaire, fingerprint, round, question, facet, team, state,
           CAST(NULLIF(CAST(place AS VARCHAR(20)), '') AS INTEGER) AS place,
           CAST(NULLIF(CAST(count AS VARCHAR(20)), '') AS INTEGER) AS people
    FROM counts
),
places AS (  -- all sites together; only an answer on a scale with an order has a place
    SELECT questionnaire, fingerprint, round, question, facet, team, state, place,
           SUM(people) AS people, SUM(CASE WHEN people IS NULL THEN 1 ELSE 0 END) AS hidden
    FROM cells
    GROUP BY questionnaire, fingerprint, round, question, facet, team, state, place
),
running AS (
    SELECT places.*, SUM(CASE WHEN place IS NOT NULL THEN people END) OVER of_team AS answers,
           SUM(CASE WHEN place IS NOT NULL THEN people END) OVER (
               PARTITION BY questionnaire, fingerprint, round, question, facet, team
               ORDER BY place ROWS UNBOUNDED PRECEDING) AS up_to
    FROM places
    WINDOW of_team AS (PARTITION BY questionnaire, fingerprint, round, question, facet, team)
),
middles AS (  -- of an even number of answers the median is the mean of the two in the middle
    SELECT running.*,
           CASE WHEN answers > 0
                THEN (MIN(CASE WHEN 2 * up_to >= answers THEN place END) OVER of_team
                      + MIN(CASE WHEN 2 * up_to > answers THEN place END) OVER of_team) / 2.0 END AS median
    FROM running
    WINDOW of_team AS (PARTITION BY questionnaire, fingerprint, round, question, facet, team)
),
teams AS (  -- the spread is how far answers lie from the median on average; a single answer has none
    SELECT questionnaire, fingerprint, round, question, facet, team,
           CASE WHEN SUM(hidden) = 0 THEN SUM(CASE WHEN state = 'answered' THEN people END) END AS answered,
           CASE WHEN SUM(hidden) = 0 THEN SUM(CASE WHEN state = 'dont_know' THEN people END) END AS dont_know,
           CASE WHEN SUM(hidden) = 0 THEN SUM(CASE WHEN state = 'not_applicable' THEN people END) END AS not_applicable,
           CASE WHEN SUM(hidden) = 0 THEN SUM(CASE WHEN state = 'unanswered' THEN people END) END AS unanswered,
           SUM(hidden) AS hidden,
           CASE WHEN SUM(hidden) = 0 THEN MAX(median) END AS median,
           CASE WHEN SUM(hidden) = 0 AND MAX(answers) > 1
                THEN SUM(people * ABS(place - median)) * 1.0 / MAX(answers) END AS spread
    FROM middles
    GROUP BY questionnaire, fingerprint, round, question, facet, team
)
SELECT teams.*,  -- the gap is from the lowest team to the highest: of two at least, and of none that is hidden
       CASE WHEN SUM(hidden) OVER of_facet = 0 AND COUNT(median) OVER of_facet > 1
            THEN MAX(median) OVER of_facet - MIN(median) OVER of_facet END AS gap
FROM teams
WINDOW of_facet AS (PARTITION BY questionnaire, fingerprint, round, question, facet)
ORDER BY questionnaire, fingerprint, round, question, facet, team
