import { APPLICATION } from '../calls/application.ts'
import { CALL } from '../calls/call.ts'
import { NOTICE, OBJECTION } from '../calls/notice.ts'
import { LISTING } from '../flagship/listing.ts'
import { DISPATCH } from '../inbox/dispatch.ts'
import { PANEL, RUBRIC, SCORESHEET } from '../quality/lifecycles.ts'
import { ETHICS_RECORD } from '../teachers/ethics-record.ts'
import { AMENDMENT } from '../training/amendment.ts'
import { PROJECT } from '../training/project.ts'
import type { Machine } from './machine.ts'

/** Every life cycle of the product: docs, SQL CHECKs, permissions and the exhaustive test derive from this list. */
export const MACHINES: readonly Machine[] = [
  CALL,
  APPLICATION,
  RUBRIC,
  PANEL,
  SCORESHEET,
  NOTICE,
  OBJECTION,
  PROJECT,
  AMENDMENT,
  LISTING,
  ETHICS_RECORD,
  DISPATCH,
]
