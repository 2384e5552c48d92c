package org.tickwright.strategy;

import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.Map;

/// The classes that were made, by plan: runs that differ in parameters alone share one. The ones used longest ago are
/// let go.
final class CodeCache {
    private static final int MOST = 256;

    private static final Map<CodePlan, RowCode> MADE = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CodePlan, RowCode> eldest) {
            return size() > MOST;
        }
    };

    private CodeCache() {}

    /// The code of a plan, for one binding.
    static RowCode code(CodePlan plan) {
        synchronized (MADE) {
            return MADE.computeIfAbsent(plan, CodeCache::made).fresh();
        }
    }

    private static RowCode made(CodePlan plan) {
        byte[] bytes = CodeWriter.write(plan);
        try {
            return (RowCode) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The code of a strategy could not be made", e);
        }
    }
}
