import { levelOfOwner, type OwnerRole } from "#follow-ups";

const offices: Readonly<Record<OwnerRole, string>> = {
  KDS: "kepala desa/lurah",
  OPR: "operator desa/kelurahan",
  CMT: "camat",
  MGR: "pengelola program",
  DAT: "petugas data",
  EXE: "pimpinan kota",
  FIN: "keuangan",
};

type Asked = {
  readonly office: OwnerRole;
  /** The village or kecamatan that is asked; null for all of the city. */
  readonly place: string | null;
  readonly isVillage: boolean;
  readonly onlyKind: "desa" | "kelurahan" | null;
};

/** "Kepala desa/lurah Naras I", "Camat Pariaman Utara", or every office of the kind where no place is named. */
export function whoIsAsked({ office, place, isVillage, onlyKind }: Asked): string {
  const name = offices[office];
  const first = name[0]!.toUpperCase() + name.slice(1);
  const level = levelOfOwner(office);
  if (level === "city") return first;
  if (level === "kecamatan") return place === null ? "Semua camat" : `${first} ${place}`;
  if (isVillage) return `${first} ${place ?? ""}`.trim();
  const all = `Semua ${onlyKind === null ? name : `${name.split(" ")[0]} ${onlyKind}`}`;
  return place === null ? all : `${all} di Kecamatan ${place}`;
}
