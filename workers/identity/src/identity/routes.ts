import { identityRoutes as ROUTES } from '@shixun/contract/identity'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { activateAccount } from './activate-account.ts'
import { changePassword } from './change-password.ts'
import { createAccount } from './create-account.ts'
import { createInvitation } from './create-invitation.ts'
import { endRole } from './end-role.ts'
import { grantRole } from './grant-role.ts'
import { importAccounts } from './import-accounts.ts'
import { listAccounts } from './list-accounts.ts'
import { listBureaus, listCurators, listDivisions, listPlatformDistricts, readDistrict } from './read-directory.ts'
import { readSession } from './read-session.ts'
import { renewActivation } from './renew-activation.ts'
import { restoreAccount } from './restore-account.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { signUpDistrict } from './sign-up-district.ts'
import { suspendAccount } from './suspend-account.ts'
import { switchRole } from './switch-role.ts'

export const identityBound: readonly Bound<Store>[] = [
  bind(ROUTES.signUpDistrict, signUpDistrict),
  bind(ROUTES.readDistrict, readDistrict),
  bind(ROUTES.listDivisions, listDivisions),
  bind(ROUTES.signIn, signIn),
  bind(ROUTES.readSession, readSession),
  bind(ROUTES.switchRole, switchRole),
  bind(ROUTES.signOut, signOut),
  bind(ROUTES.activateAccount, activateAccount),
  bind(ROUTES.changePassword, changePassword),
  bind(ROUTES.listAccounts, listAccounts),
  bind(ROUTES.createAccount, createAccount),
  bind(ROUTES.importAccounts, importAccounts),
  bind(ROUTES.grantRole, grantRole),
  bind(ROUTES.endRole, endRole),
  bind(ROUTES.createInvitation, createInvitation),
  bind(ROUTES.acceptInvitation, acceptInvitation),
  bind(ROUTES.renewActivation, renewActivation),
  bind(ROUTES.suspendAccount, suspendAccount),
  bind(ROUTES.restoreAccount, restoreAccount),
  bind(ROUTES.listCurators, listCurators),
  bind(ROUTES.listBureaus, listBureaus),
  bind(ROUTES.listPlatformDistricts, listPlatformDistricts),
]
