/** "KJ-7T4M-2QXC-FHJK", as it is read out and written down. */
export const spellIncidentCode = (code: string): string => `KJ-${code.replaceAll(/(.{4})(?=.)/g, "$1-")}`;
