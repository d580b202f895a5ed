/** "KL-7T4M-2QXC-FHJK", as it is read out and written down. */
export const spellCase = (code: string): string => `KL-${code.replaceAll(/(.{4})(?=.)/g, "$1-")}`;

export const aftercarePath = (code: string): string => `/pendampingan/${spellCase(code)}`;
