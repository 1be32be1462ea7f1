"""What is assessed: indicators, scenarios, hypotheses, forecasts, and the briefs that tell it."""

from watchword.desk.assessing.briefs import (
    BRIEF,
    BRIEF_FORM,
    BRIEFS,
    CHECK,
    COMPARISON,
    EDITION,
    REBUILT,
)
from watchword.desk.assessing.channels import (
    ADD_CHANNEL,
    ALERTS_FEED,
    CHANNELS,
    REMOVE_CHANNEL,
    TEST_CHANNEL,
)
from watchword.desk.assessing.composing import BRIEF_FILES, COMPOSE, EDIT, PUBLISH, WITHDRAW
from watchword.desk.assessing.forecast_deeds import FORECAST_ACTIONS
from watchword.desk.assessing.forecasts import (
    BASE_RATE,
    CALIBRATION,
    FORECAST,
    FORECASTS,
    REVIEW,
    SCORES,
)
from watchword.desk.assessing.hypotheses import (
    HYPOTHESES,
    HYPOTHESIS,
    MATRIX_FILES,
    SUGGESTIONS,
)
from watchword.desk.assessing.hypothesis_deeds import MATRIX_ACTIONS
from watchword.desk.assessing.indicator_forms import (
    INDICATOR_CHANGE,
    INDICATOR_FORM,
    INDICATOR_TRIAL,
)
from watchword.desk.assessing.indicators import ALERTS, INDICATOR, INDICATORS
from watchword.desk.assessing.scenario_deeds import SCENARIO_ACTIONS
from watchword.desk.assessing.scenarios import (
    SCENARIO,
    SCENARIO_FILES,
    SCENARIO_SUGGESTION,
    SCENARIOS,
)
from watchword.desk.assessing.taking_back import TAKE
from watchword.desk.assessing.watching import CHANGE, LOOK_AGAIN, NOTE, STOP, WATCH
from watchword.desk.entries import Action, DeskFile, DeskView

VIEWS: tuple[DeskView, ...] = (
    INDICATORS,
    INDICATOR,
    INDICATOR_FORM,
    INDICATOR_TRIAL,
    INDICATOR_CHANGE,
    ALERTS,
    CHANNELS,
    BRIEFS,
    BRIEF_FORM,
    BRIEF,
    EDITION,
    CHECK,
    COMPARISON,
    REBUILT,
    HYPOTHESES,
    HYPOTHESIS,
    SUGGESTIONS,
    SCENARIOS,
    SCENARIO,
    SCENARIO_SUGGESTION,
    FORECASTS,
    FORECAST,
    SCORES,
    BASE_RATE,
    REVIEW,
)
ACTIONS: tuple[Action, ...] = (
    WATCH,
    CHANGE,
    STOP,
    NOTE,
    LOOK_AGAIN,
    TAKE,
    ADD_CHANNEL,
    REMOVE_CHANNEL,
    TEST_CHANNEL,
    COMPOSE,
    EDIT,
    PUBLISH,
    WITHDRAW,
    *MATRIX_ACTIONS,
    *SCENARIO_ACTIONS,
    *FORECAST_ACTIONS,
)
FILES: tuple[DeskFile, ...] = (
    ALERTS_FEED,
    CALIBRATION,
    *BRIEF_FILES,
    *MATRIX_FILES,
    *SCENARIO_FILES,
)
