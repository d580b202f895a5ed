export { listOwnVillages, listVillageNames, villageNamer, type VillageName } from "./village-names.ts";
