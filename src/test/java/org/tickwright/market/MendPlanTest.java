package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MendPlanTest {
    @Test
    void readsBackFromItsText() {
        MendPlan plan = MendPlan.parse("gap=fill, DUPLICATE=merge,ZONE_ASSUMED=shift:America/New_York");
        assertEquals("DUPLICATE=merge,GAP=fill,ZONE_ASSUMED=shift:America/New_York", plan.toString());
        assertEquals(plan, MendPlan.parse(plan.toString()));
        assertTrue(plan.does("GAP", Mend.Action.FILL));
        assertFalse(plan.does("BAD_ROW", Mend.Action.DROP));
        assertEquals(MendPlan.NONE, MendPlan.parse(" "));
    }

    @Test
    void refusesWhatIsNoMendWithTheForms() {
        for (String wrong :
                List.of("GAP", "GAP=explode", "=drop", "GAP=shift:", "GAP=shift:Atlantis/Capital", "GAP=shift")) {
            var refused = assertThrows(IllegalArgumentException.class, () -> MendPlan.parse(wrong), wrong);
            assertTrue(refused.getMessage().contains("shift:"), refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> MendPlan.parse("GAP=fill,GAP=keep"));
    }
}
