import { callRoutes as ROUTES } from '@shixun/contract/calls'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../../store.ts'
import { parseHolidayNotice } from '../calendar/parse-holiday-notice.ts'
import { dismissObjection } from '../objections/dismiss-objection.ts'
import { raiseObjection } from '../objections/raise-objection.ts'
import { sendObjectionForm } from '../objections/send-objection-form.ts'
import { showObjectionAnswer } from '../objections/show-objection-answer.tsx'
import { showObjectionForm } from '../objections/show-objection-form.tsx'
import { upholdObjection } from '../objections/uphold-objection.ts'
import { concludeNotice } from './conclude-notice.ts'
import { previewNoticeTerm } from './preview-notice-term.ts'
import { publishNotice } from './publish-notice.ts'
import { listNotices, listObjections, readNotice, readObjection, readObjectionFile } from './read-notices.ts'
import { showNotice } from './show-notice.tsx'
import { showNoticeFeed } from './show-notice-feed.ts'
import { showNotices } from './show-notices.tsx'

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
