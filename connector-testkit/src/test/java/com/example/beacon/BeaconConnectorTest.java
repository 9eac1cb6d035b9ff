package com.example.beacon;

import dev.seaway.connector.Connector;
import dev.seaway.testkit.ConnectorContract;
import java.util.Map;

class BeaconConnectorTest implements ConnectorContract<BeaconConnector.Config> {

  @Override
  public Connector<BeaconConnector.Config> connector() {
    return new BeaconConnector();
  }

  @Override
  public Map<String, String> options() {
    return Map.of("token", "an-invented-token", "pageSize", "2");
  }
}
