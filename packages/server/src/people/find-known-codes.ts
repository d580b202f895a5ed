import type { ImportedRow } from "@tuwai/domain/intake";
import type { App } from "#app";
import type { Tx } from "#database";
import { isOne } from "./person-meant.ts";
import { findKnownPersons } from "./person.store.ts";

export type KnownCode = { readonly personId: string; readonly code: string };

/**
 * Which person of the village each row speaks of, by the same NIK or exactly the same name and birth date; null where
 * nobody or more than one is meant.
 */
export async function findKnownCodes(
  app: App,
  tx: Tx,
  villageCode: string,
  rows: readonly ImportedRow[],
): Promise<readonly (KnownCode | null)[]> {
  const indexOf = ({ nik }: ImportedRow) => (nik === undefined ? null : app.keys.blindIndex("nik", nik));
  const known = await findKnownPersons(tx, villageCode, {
    codes: [],
    niks: rows.flatMap((row) => indexOf(row) ?? []),
    names: rows.flatMap(({ name }) => name?.toLowerCase() ?? []),
  });
  return rows.map((row) => {
    const nik = indexOf(row)?.toString("hex");
    const byNik = known.filter((person) => nik !== undefined && person.nik === nik);
    const byName = known.filter(
      ({ name, birthDate }) =>
        name === row.name?.toLowerCase() && row.birthDate !== undefined && birthDate === row.birthDate,
    );
    const meant = byNik.length > 0 ? byNik : byName;
    if (!isOne(meant)) return null;
    const kept = meant.find(({ id, keptId }) => id === keptId) ?? meant[0]!;
    return { personId: kept.keptId, code: kept.code };
  });
}
