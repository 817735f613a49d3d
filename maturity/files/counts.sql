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
-- A row for each facet and team. To look at sites side by side, add site to everything that is grouped and joined by.
WITH cells AS (
    SELECT questionnaire, fingerprint, round, question, facet, team, state,
           CAST(NULLIF(CAST(place AS VARCHAR(20)), '') AS INTEGER) AS place,
           CAST(NULLIF(CAST(count AS VARCHAR(20)), '') AS INTEGER) AS people
    FROM counts
),
teams AS (
    SELECT questionnaire, fingerprint, round, question, facet, team,
           SUM(CASE WHEN state = 'answered' THEN people END) AS answered,
           SUM(CASE WHEN state = 'dont_know' THEN people END) AS dont_know,
           SUM(CASE WHEN state = 'not_applicable' THEN people END) AS not_applicable,
           SUM(CASE WHEN state = 'unanswered' THEN people END) AS unanswered,
           SUM(CASE WHEN people IS NULL THEN 1 ELSE 0 END) AS hidden
    FROM cells
    GROUP BY questionnaire, fingerprint, round, question, facet, team
),
options AS (
    SELECT questionnaire, fingerprint, round, question, facet, team, place, SUM(people) AS people
    FROM cells
    WHERE place IS NOT NULL
    GROUP BY questionnaire, fingerprint, round, question, facet, team, place
),
running AS (
    SELECT options.*,
           SUM(people) OVER (PARTITION BY questionnaire, fingerprint, round, question, facet, team
                             ORDER BY place ROWS UNBOUNDED PRECEDING) AS up_to,
           SUM(people) OVER (PARTITION BY questionnaire, fingerprint, round, question, facet, team) AS answers
    FROM options
),
medians AS (  -- of an even number of answers the mean of the two in the middle
    SELECT questionnaire, fingerprint, round, question, facet, team,
           (MIN(CASE WHEN 2 * up_to >= answers THEN place END)
            + MIN(CASE WHEN 2 * up_to > answers THEN place END)) / 2.0 AS median
    FROM running
    WHERE answers > 0
    GROUP BY questionnaire, fingerprint, round, question, facet, team
),
spreads AS (  -- how far the answers lie from the median on average; one answer has no spread
    SELECT medians.questionnaire, medians.fingerprint, medians.round, medians.question, medians.facet, medians.team,
           medians.median,
           CASE WHEN SUM(options.people) > 1
                THEN SUM(options.people * ABS(options.place - medians.median)) * 1.0 / SUM(options.people) END AS spread
    FROM medians
    JOIN options ON options.questionnaire = medians.questionnaire AND options.fingerprint = medians.fingerprint
         AND options.round = medians.round AND options.question = medians.question
         AND options.facet = medians.facet AND options.team = medians.team
    GROUP BY medians.questionnaire, medians.fingerprint, medians.round, medians.question, medians.facet, medians.team,
             medians.median
),
figures AS (
    SELECT teams.*,
           CASE WHEN teams.hidden = 0 THEN spreads.median END AS median,
           CASE WHEN teams.hidden = 0 THEN spreads.spread END AS spread
    FROM teams
    LEFT JOIN spreads ON spreads.questionnaire = teams.questionnaire AND spreads.fingerprint = teams.fingerprint
         AND spreads.round = teams.round AND spreads.question = teams.question
         AND spreads.facet = teams.facet AND spreads.team = teams.team
),
gaps AS (  -- from the lowest team to the highest; not where a team is hidden, or fewer than two have a median
    SELECT questionnaire, fingerprint, round, question, facet,
           CASE WHEN SUM(hidden) = 0 AND COUNT(median) > 1 THEN MAX(median) - MIN(median) END AS gap
    FROM figures
    GROUP BY questionnaire, fingerprint, round, question, facet
)
SELECT figures.questionnaire, figures.fingerprint, figures.round, figures.question, figures.facet, figures.team,
       CASE WHEN figures.hidden = 0 THEN figures.answered END AS answered,
       CASE WHEN figures.hidden = 0 THEN figures.dont_know END AS dont_know,
       CASE WHEN figures.hidden = 0 THEN figures.not_applicable END AS not_applicable,
       CASE WHEN figures.hidden = 0 THEN figures.unanswered END AS unanswered,
       figures.hidden, figures.median, figures.spread, gaps.gap
FROM figures
JOIN gaps ON gaps.questionnaire = figures.questionnaire AND gaps.fingerprint = figures.fingerprint
     AND gaps.round = figures.round AND gaps.question = figures.question AND gaps.facet = figures.facet
ORDER BY figures.questionnaire, figures.fingerprint, figures.round, figures.question, figures.facet, figures.team
