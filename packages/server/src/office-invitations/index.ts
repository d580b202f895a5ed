export {
  closeOfficeInvitation,
  type InvitableOffice,
  inviteOffice,
  type InviteOutcome,
  listOfficeInvitations,
  type OpenInvitation,
  readOfficeInvitation,
} from "./office-invitations.ts";
export { officeInvitationsFeature } from "./feature.ts";
