/**
 * The published report in one SQL query per table, written by hand from its formulas and sharing nothing with
 * the generator. `{dir}` is the folder of the CSV files.
 */
const judged = `
WITH accounts AS (
  SELECT account_id, name, CASE industry WHEN '金融服务' THEN '金融服务业' ELSE industry END AS industry,
         CAST("Revenue" AS DECIMAL(18, 2)) AS revenue
  FROM read_csv('{dir}/accounts.csv', header = true, all_varchar = true)
),
contacts AS (
  SELECT account_id, department, level FROM read_csv('{dir}/contacts.csv', header = true, all_varchar = true)
),
key_accounts AS (
  SELECT * FROM accounts WHERE revenue > 0
  QUALIFY row_number() OVER (ORDER BY revenue DESC, account_id) <= ceil(0.2 * count(*) OVER ())
),
measured AS (
  SELECT a.account_id, a.name, a.industry, a.revenue,
         count(c.account_id) AS contacts,
         count(*) FILTER (c.level IN ('C-level', 'VP')) AS deciding,
         count(DISTINCT c.department) FILTER (c.department IN ('销售', '财务', '运营', 'IT', 'HR')) AS departments
  FROM key_accounts a LEFT JOIN contacts c USING (account_id)
  GROUP BY ALL
),
benchmark (industry, density, share, coverage) AS (
  {benchmark}
),
metrics AS (
  SELECT m.*, contacts * 1e8 / CAST(revenue AS DOUBLE) AS density_value,
         CASE WHEN contacts = 0 THEN 0 ELSE deciding / contacts END AS share_value,
         departments / 5 AS coverage_value,
         coalesce(b.density, 5) AS density, coalesce(b.share, 0.15) AS share, coalesce(b.coverage, 0.6) AS coverage
  FROM measured m LEFT JOIN benchmark b USING (industry)
),
failures AS (
  SELECT *,
         (density_value < density)::INT + (share_value < share)::INT + (coverage_value < coverage)::INT AS failed,
         (greatest(0, 1 - density_value / density) + greatest(0, 1 - share_value / share)
           + greatest(0, 1 - coverage_value / coverage)) / 3 AS gap
  FROM metrics
),
judged AS (
  SELECT *, CASE WHEN failed >= 2 THEN 'high' WHEN failed = 1 THEN 'medium' ELSE 'low' END AS risk,
         10 * (0.4 * percent_rank() OVER (ORDER BY revenue)
             + 0.3 * CASE WHEN failed >= 2 THEN 3 WHEN failed = 1 THEN 2 ELSE 1 END
             + 0.3 * gap) AS priority
  FROM failures
)`;

const generic = `SELECT NULL::VARCHAR, NULL::DOUBLE, NULL::DOUBLE, NULL::DOUBLE`;
const byIndustry = `VALUES ('金融服务业', 8, 0.20, 0.80), ('科技业', 10, 0.25, 0.85), ('制药业', 6, 0.18, 0.75),
    ('制造业', 5, 0.15, 0.70), ('零售业', 7, 0.18, 0.75)`;

const over = (directory: string, benchmark: string, select: string): string =>
  `${judged}\n${select}`.replaceAll('{dir}', directory).replace('{benchmark}', benchmark);

export const summarySql = (directory: string): string =>
  over(
    directory,
    generic,
    `SELECT (SELECT count(*)::INT FROM accounts) AS accounts, count(*)::INT AS key_accounts,
       count(*) FILTER (risk = 'high')::INT AS high, count(*) FILTER (risk = 'medium')::INT AS medium,
       count(*) FILTER (risk = 'low')::INT AS low,
       printf('%.2f', avg(density_value)) AS density, printf('%.2f%%', 100 * avg(share_value)) AS share,
       printf('%.2f%%', 100 * avg(coverage_value)) AS coverage, sum(departments)::INT AS covered
     FROM judged`,
  );

export const topFiveSql = (directory: string): string =>
  over(
    directory,
    generic,
    `SELECT name, industry, printf('%.2f', priority) AS priority, risk, contacts::INT AS contacts
     FROM judged ORDER BY judged.priority DESC LIMIT 5`,
  );

/** How many accounts have each level, and how many change it, under the industry table. */
export const industrySql = (directory: string): string =>
  over(
    directory,
    byIndustry,
    `SELECT count(*) FILTER (risk = 'high')::INT AS high, count(*) FILTER (risk = 'medium')::INT AS medium,
       count(*) FILTER (risk = 'low')::INT AS low FROM judged`,
  );

/** High risk when the coverage threshold is 20, 40, 60 and 80%. */
export const coverageSweepSql = (directory: string): string =>
  over(
    directory,
    generic,
    `SELECT step * 20 AS percent,
       count(*) FILTER ((density_value < 5)::INT + (share_value < 0.15)::INT + (departments < step)::INT >= 2)::INT AS high
     FROM judged, range(1, 5) AS steps(step) GROUP BY step ORDER BY step`,
  );

/** How the size bands are filled, and how many accounts have no contact. */
export const shapeSql = (directory: string): string =>
  over(
    directory,
    generic,
    `SELECT count(*) FILTER (headcount < 200)::INT AS small, count(*) FILTER (headcount BETWEEN 200 AND 999)::INT AS middle,
       count(*) FILTER (headcount >= 1000)::INT AS large, count(*) FILTER (contacts = 0)::INT AS without_contacts,
       min(revenue)::DOUBLE AS smallest, max(revenue)::DOUBLE AS largest
     FROM judged JOIN (SELECT account_id, "Headcount" AS headcount FROM read_csv('{dir}/accounts.csv')) USING (account_id)`,
  );
