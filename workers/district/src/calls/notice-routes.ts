import { callRoutes as ROUTES } from '@shixun/contract/calls'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { concludeNotice } from './conclude-notice.ts'
import { dismissObjection } from './dismiss-objection.ts'
import { parseHolidayNotice } from './parse-holiday-notice.ts'
import { previewNoticeTerm } from './preview-notice-term.ts'
import { publishNotice } from './publish-notice.ts'
import { raiseObjection } from './raise-objection.ts'
import { listNotices, listObjections, readNotice, readObjection, readObjectionFile } from './read-notices.ts'
import { sendObjectionForm } from './send-objection-form.ts'
import { showNotice } from './show-notice.tsx'
import { showNoticeFeed } from './show-notice-feed.ts'
import { showNotices } from './show-notices.tsx'
import { showObjectionAnswer } from './show-objection-answer.tsx'
import { showObjectionForm } from './show-objection-form.tsx'
import { upholdObjection } from './uphold-objection.ts'

export const noticeRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listNotices, listNotices),
  bind(ROUTES.previewNoticeTerm, previewNoticeTerm),
  bind(ROUTES.parseHolidayNotice, parseHolidayNotice),
  bind(ROUTES.readNotice, readNotice),
  bind(ROUTES.publishNotice, publishNotice),
  bind(ROUTES.concludeNotice, concludeNotice),
  bind(ROUTES.listObjections, listObjections),
  bind(ROUTES.readObjection, readObjection),
  bind(ROUTES.raiseObjection, raiseObjection),
  bind(ROUTES.readObjectionFile, readObjectionFile),
  bind(ROUTES.dismissObjection, dismissObjection),
  bind(ROUTES.upholdObjection, upholdObjection),
  bind(ROUTES.showNotices, showNotices),
  // before the notice itself: its name would be taken for an id
  bind(ROUTES.showNoticeFeed, showNoticeFeed),
  bind(ROUTES.showObjectionForm, showObjectionForm),
  bind(ROUTES.sendObjectionForm, sendObjectionForm),
  bind(ROUTES.showObjectionAnswer, showObjectionAnswer),
  bind(ROUTES.showNotice, showNotice),
]
