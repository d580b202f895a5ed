/** Lists of persons kept by others, against which the city's own persons are linked. */
export const registryKinds = ["dtsen", "bpjs-members", "civil-servants"] as const;
export type RegistryKind = (typeof registryKinds)[number];

/** What a question is about: a record of a registry, or two persons that may be one. */
export type QuestionKind = RegistryKind | "person";

export function isRegistryKind(kind: string): kind is RegistryKind {
  return (registryKinds as readonly string[]).includes(kind);
}
