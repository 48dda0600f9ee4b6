import type { Sheet } from '../route.ts'
import { coded, instant, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const exchangeSheets = {
  cohortOffers: {
    title: '跨局名额',
    columns: [
      text('receiverName', '教育局', 32),
      number('places', '名额'),
      number('nominated', '已报送'),
      number('enrolled', '已录取'),
      coded('state', '状态', 'cohortOffer'),
      text('until', '名额保留至', 14),
      text('reason', '原因', 40),
      instant('updatedAt', '更新时间'),
    ],
  },
  offers: {
    title: '外局名额',
    columns: [
      text('title', '班次', 40),
      text('senderName', '主办局', 28),
      text('startsOn', '开班', 12),
      text('endsOn', '结班', 12),
      instant('nominateUntil', '推荐截止'),
      number('places', '名额'),
      number('taken', '已报送'),
      coded('state', '状态', 'offer'),
    ],
  },
  guests: {
    title: '外派学员',
    personal: true,
    columns: [
      text('name', '姓名', 12),
      text('schoolName', '学校', 28),
      text('subject', '学科', 12),
      coded('phase', '学段', 'phase'),
      text('offerTitle', '班次', 40),
      text('senderName', '主办局', 28),
      coded('state', '状态', 'guest'),
      number('minutesDue', '应到分钟'),
      number('minutesAttended', '实到分钟'),
      text('offerUntil', '递补确认截止', 14),
      text('reason', '原因', 40),
      instant('updatedAt', '更新时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
