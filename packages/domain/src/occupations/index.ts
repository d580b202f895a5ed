export {
  readOccupation,
  type Occupation,
  type OccupationGroup,
  occupationGroups,
} from "./read-occupation.ts";
