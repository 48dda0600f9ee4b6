import { formatShare } from '../../words/format.ts'
import { BarChart } from '../bar-chart.tsx'
import { DistributionChart } from '../distribution-chart.tsx'
import { IntervalChart } from '../interval-chart.tsx'
import { LineChart } from '../line-chart.tsx'
import { SpreadChart } from '../spread-chart.tsx'
import { StatCard } from '../stat-card.tsx'

export function Stats() {
  return (
    <div class="stats">
      <StatCard label="待我处理" value="7" unit="件" help="其中 2 件今天到期" href="#列表" waiting />
      <StatCard label="本年立项" value="43" unit="项" help="去年同期 38 项" />
      <StatCard label="参训教师" value="2,816" unit="人次" help="应参训 3,104 人，参培率 90.7%" />
      <StatCard label="经费执行" value="368.50" unit="万元" help="预算 612.00 万元，执行率 60.2%" />
    </div>
  )
}

export function Figures() {
  const months = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月']
  return (
    <section class="card" id="图表">
      <h2>图表</h2>
      <div class="grid-2 kit-charts">
        <BarChart
          title="各级项目数"
          unit="项"
          labels={['国家级', '省级', '市级', '区县级', '校级']}
          series={[
            { name: '2025 年', values: [2, 6, 11, 31, 88] },
            { name: '2026 年', values: [3, 5, 14, 43, 102] },
          ]}
        />
        <LineChart
          title="参培率与结业率"
          labels={months}
          labelTitle="月份"
          format={(value) => formatShare(value)}
          target={{ name: '目标', value: 0.95 }}
          floor={0.5}
          series={[
            { name: '参培率', values: [0.62, 0.68, 0.74, 0.79, 0.83, null, 0.88, 0.9, 0.91, 0.92, 0.93, 0.94] },
            { name: '结业率', values: [0.55, 0.57, 0.63, 0.66, 0.71, 0.72, 0.78, 0.8, 0.82, 0.85, null, null] },
          ]}
        />
        <DistributionChart
          title="评审得分分布"
          unit="份"
          binTitle="分数段"
          mark={{ name: '合格线 60', at: 2 }}
          bins={['40–49', '50–59', '60–69', '70–79', '80–89', '90–100'].map((label, index) => ({
            label,
            count: [2, 5, 14, 31, 22, 9][index] ?? 0,
          }))}
        />
        <IntervalChart
          title="专家宽严"
          unit="分"
          labelTitle="专家"
          rows={[
            { label: '专家 1', value: 2.35, low: 0.8, high: 3.9 },
            { label: '专家 2', value: -4.1, low: -5.2, high: -3 },
            { label: '专家 3', value: 1.75, low: 0.1, high: 3.4 },
            { label: '专家 4', value: null, note: '评分太少' },
          ]}
        />
        <SpreadChart
          title="各指标得分率"
          unit="%"
          labelTitle="指标"
          low={0}
          high={100}
          rows={[
            { label: '需求调研', values: [62, 70, 74, 78, 81, 85, 90] },
            { label: '课程设计与实施', values: [40, 66, 71, 72, 75, 88] },
            { label: '保障条件', values: [80, 82, 82, 84] },
            { label: '预期成效', values: [] },
          ]}
        />
      </div>
    </section>
  )
}
