/** "KL-7T4M-2QXC-FHJK", as it is read out, written down and stands in addresses. */
export const spellClaimCode = (code: string): string => `KL-${code.replaceAll(/(.{4})(?=.)/g, "$1-")}`;

export const claimPath = (code: string): string => `/klaim/${spellClaimCode(code)}`;
