import { call } from '../../call.ts'
import { PasteImport } from '../../frame/paste-import.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../words/words.ts'

export function ImportProviders() {
  const { district } = useActing()
  const title = t('teachers.importProviders')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.providers'), href: '/providers' },
          { label: title },
        ]}
        help={t('teachers.importProvidersHelp')}
      />
      <PasteImport
        template="providers"
        backHref="/providers"
        send={(rows) => call('importProviders', { params: { district }, body: { rows: [...rows] } })}
        columns={[
          {
            key: 'name',
            title: t('teachers.providerName'),
            required: true,
            help: t('teachers.providerNameHelp'),
            example: t('teachers.providerExample'),
          },
          {
            key: 'levels',
            title: t('teachers.accreditedLevels'),
            required: true,
            help: t('teachers.accreditedLevelsHelp'),
            example: t('teachers.accreditedLevelsExample'),
          },
          {
            key: 'accreditedFrom',
            title: t('teachers.accreditedFrom'),
            required: true,
            help: t('teachers.accreditedFromHelp'),
            example: '2026-01-01',
          },
          {
            key: 'accreditedTo',
            title: t('teachers.accreditedTo'),
            required: true,
            help: t('teachers.accreditedToHelp'),
            example: '2028-12-31',
          },
        ]}
      />
    </>
  )
}
