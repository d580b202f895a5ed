import { Client } from "pg";

/** Whether no city was ever begun here, or only a prepared one that did not come to its end. */
export async function isUntouched(
  ownerUrl: string,
): Promise<{ readonly untouched: boolean; readonly migrations: readonly string[] }> {
  // prettier-ignore
  const client = new Client(ownerUrl);
  await client.connect();
  try {
    const { rows: known } = await client.query<{ found: boolean; whole: boolean }>(
      "select to_regclass('app_private.migrations') is not null as found, to_regclass('app.settings') is not null as whole",
    );
    const { found, whole } = known[0]!;
    const migrations = found
      ? (await client.query<{ name: string }>("select name from app_private.migrations order by name")).rows
      : [];
    const begun = whole
      ? (await client.query("select from app.regions union all (select from app.settings limit 1) limit 1"))
          .rowCount
      : 0;
    return { untouched: begun === 0, migrations: migrations.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}
