import { Client } from "pg";

/** Whether this database has ever been set up; decides if missing keys may be made or are a lost-key refusal. */
export async function holdsData(url: string): Promise<boolean> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      "select to_regclass('app_private.installation') is not null as found",
    );
    return rows[0]!.found;
  } finally {
    await client.end();
  }
}
