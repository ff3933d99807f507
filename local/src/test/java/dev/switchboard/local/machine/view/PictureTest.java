package dev.switchboard.local.machine.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.machine.Rehearsal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void states_are_drawn_with_their_ways_and_the_current_ones_marked() {
    var machine =
        Rehearsal.machine(
            """
            {"QueryLanguage": "JSONata", "StartAt": "Which?", "States": {
              "Which?": {"Type": "Choice", "Choices": [{"Condition": "{% true %}", "Next": "All"}], "Default": "End"},
              "All": {"Type": "Map", "Next": "End",
                "Catch": [{"ErrorEquals": ["A", "B"], "Next": "Which?"}],
                "ItemProcessor": {"StartAt": "Say \\"hi\\"", "States": {"Say \\"hi\\"": {"Type": "Pass", "End": true}}}},
              "End": {"Type": "Succeed"}}}
            """);

    assertEquals(
        """
        flowchart TD
          s0{"Which?"}
          subgraph s1 ["All, for each"]
            s2["Say #quot;hi#quot;"]:::now
          end
          class s1 now
          s3(["End"])
          s0 --> s1
          s0 -->|otherwise| s3
          s1 --> s3
          s1 -.->|"A, B"| s0
          classDef now fill:#ffd54a,stroke:#7a5c00,stroke-width:3px
        """,
        Picture.of(machine, Set.of("All", "All/Say \"hi\"")));
  }
}
