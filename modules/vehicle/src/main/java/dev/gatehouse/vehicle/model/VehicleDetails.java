package dev.gatehouse.vehicle.model;

/** What its owner says of a vehicle, and may change. */
public record VehicleDetails(Vin vin, Make make, ModelName model, ModelYear year, LicensePlate plate) {}
