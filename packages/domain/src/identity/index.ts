export { cleanDigits } from "./clean-digits.ts";
export { compareWithNik, type NikWarning } from "./compare-nik.ts";
export { readFamilyCard, type FamilyCardNumber, type FamilyCardReading } from "./family-card.ts";
export { holdsIdentityNumber } from "./holds-identity-number.ts";
export { initialsOf, MASKED_NUMBER } from "./masking.ts";
export { namesAlike } from "./names-alike.ts";
export { isSynthetic, readNik, type Nik, type NikParts, type NikReading } from "./nik.ts";
export { readNip, type Nip, type NipParts, type NipReading } from "./nip.ts";
export {
  newCode,
  newPersonCode,
  readPersonCode,
  type PersonCode,
  type PersonCodeReading,
} from "./person-code.ts";
export { splitPersonName, tidyPersonName, type PersonName } from "./person-name.ts";
export { maskPhone, readPhone, type Phone, type PhoneReading } from "./phone.ts";
export { readSex, type Sex } from "./sex.ts";
