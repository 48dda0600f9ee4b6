import type { Sheet } from '../route.ts'
import { instant, text } from './column.ts'

/** The register of certificates (发证登记册). */
export const CERTIFICATE_SHEET = {
  title: '结业证书登记册',
  personal: true,
  columns: [
    text('number', '证书编号', 20),
    text('name', '姓名', 12),
    text('printed.schoolName', '工作单位', 28),
    text('printed.projectTitle', '培训项目', 32),
    text('printed.cohortTitle', '班次', 24),
    text('printed.level', '项目级别', 10),
    text('printed.from', '培训开始', 12),
    text('printed.to', '培训结束', 12),
    text('printed.hours', '学时', 8),
    text('printed.providerName', '承训单位', 24),
    text('printed.issuer', '发证单位', 24),
    text('printed.issuedOn', '发证日期', 12),
    { key: 'state', title: '状态', words: { valid: '有效', revoked: '已撤销', superseded: '已换发' } },
    text('reason', '撤销或换发原因', 28),
    instant('endedAt', '撤销或换发时间'),
  ],
} as const satisfies Sheet
