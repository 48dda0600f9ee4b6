import { call } from '../../call.ts'
import { ImportPage } from '../../frame/import-page.tsx'
import { useActing } from '../../session.ts'
import { t } from '../../words/words.ts'

/** Hours of an older system, row by row. */
export function ImportLedger() {
  const { district } = useActing()
  const column = (key: string, title: string, required: boolean, example: string, help = title) => ({
    ...{ key, title, required, help, example },
  })
  return (
    <ImportPage
      title={t('ledger.import')}
      help={t('ledger.importHelp')}
      list={{ label: t('ledger.title'), href: '/ledger' }}
      template="ledger"
      send={(rows) => call('importLedger', { params: { district }, body: { rows: [...rows] } })}
      columns={[
        column('name', t('frame.person'), true, '李芳'),
        column('schoolCode', t('ledger.schoolCode'), false, '2141000001', t('ledger.schoolCodeHelp')),
        column('documentTail', t('ledger.documentTail'), false, '001X', t('ledger.documentTailHelp')),
        column('date', t('ledger.date'), true, '2025-11-20', t('ledger.dateHelp')),
        column('hours', t('ledger.hours'), true, '30', t('ledger.hoursHelp')),
        column('channel', t('ledger.channel'), true, '集中培训'),
        column('level', t('ledger.level'), false, '区县级'),
        column('module', t('ledger.module'), false, '师德修养'),
        column('category', t('ledger.category'), false, '公需科目'),
        column('title', t('ledger.item'), true, '2025 年暑期师德专题研修', t('ledger.itemHelp')),
        column('providerName', t('ledger.provider'), true, '国家中小学智慧教育平台', t('ledger.providerHelp')),
      ]}
    />
  )
}
