import './accounts.css'
import { useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import { downloadText } from '../../frame/download.ts'
import { PasteImport } from '../../frame/paste-import.tsx'
import { csvOf } from '../../frame/pasted-table.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../words/words.ts'

type Code = OutputOf<'importAccounts'>['codes'][number]

/** 批量新建账号; the codes are answered once, so they are kept here until they are saved. */
export function ImportAccounts() {
  const { district } = useActing()
  const [codes, setCodes] = useState<readonly Code[]>([])
  const title = t('accounts.import')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.accounts'), href: '/accounts' },
          { label: title },
        ]}
      />
      <div class="stack">
        {codes.length > 0 && (
          <Callout
            kind="warning"
            title={t('accounts.codes', { n: codes.length })}
            actions={
              <Button
                kind="primary"
                icon="download"
                onClick={() =>
                  downloadText(
                    `${t('identity.code')}.csv`,
                    csvOf([
                      [t('frame.person'), t('identity.username'), t('identity.code')],
                      ...codes.map((one) => [one.name, one.username, one.activationCode]),
                    ]),
                  )
                }
              >
                {t('accounts.saveCodes')}
              </Button>
            }
          >
            {t('accounts.codesHelp')}
          </Callout>
        )}
        <PasteImport
          fileName={t('menu.accounts')}
          backHref="/accounts"
          send={async (rows) => {
            const named = rows.map(({ username = '', name = '', role = '', unit }) =>
              unit === undefined ? { username, name, role } : { username, name, role, unit },
            )
            const answer = await call('importAccounts', { params: { district }, body: { rows: named } })
            if (answer.ok) setCodes((before) => [...before, ...answer.body.codes])
            return answer
          }}
          columns={[
            {
              key: 'username',
              title: t('identity.username'),
              required: true,
              help: t('identity.usernameHelp'),
              example: 'wei5-1',
            },
            {
              key: 'name',
              title: t('frame.person'),
              required: true,
              help: t('accounts.nameHelp'),
              example: t('accounts.nameExample'),
            },
            {
              key: 'role',
              title: t('accounts.role'),
              required: true,
              help: t('accounts.roleHelp'),
              example: 'school_admin',
            },
            { key: 'unit', title: t('accounts.unit'), required: false, help: t('accounts.unitHelp'), example: 'sch_…' },
          ]}
        />
      </div>
    </>
  )
}
