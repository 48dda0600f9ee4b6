import './province.css'
import { useState } from 'preact/hooks'
import { QueryView } from '../../frame/query-view.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { CoverageTable } from './coverage-table.tsx'
import { Observations } from './observations.tsx'

/** 省级监测: which bureaus delivered which month, and the figures of a month. */
export function ProvincePage() {
  const coverage = useQuery('readCoverage', {})
  const [shown, setShown] = useState('coverage')
  return (
    <>
      <PageHead title={t('menu.province')} help={t('province.help')} />
      <section class="card">
        <Tabs
          name={t('menu.province')}
          current={shown}
          onChange={setShown}
          tabs={[
            { key: 'coverage', title: t('province.coverage') },
            { key: 'observations', title: t('province.observations') },
          ]}
        >
          <QueryView query={coverage}>
            {({ periods, districts }) =>
              shown === 'coverage' ? (
                <CoverageTable periods={periods} districts={districts} />
              ) : (
                <Observations periods={periods} />
              )
            }
          </QueryView>
        </Tabs>
      </section>
    </>
  )
}
